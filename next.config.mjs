/** @type {import('next').NextConfig} */
export default {
  htmlLimitedBots: /.*/, // metadata in the head for everyone: reader pages have no script to move it there
  poweredByHeader: false,
  compress: false, // the front compresses and tags what it really sends
  generateEtags: false,
  // Of what it is built from: instances that were built apart from one source are one build to Next's client.
  generateBuildId: () => process.env.BAODA_BUILD_ID ?? null,
  images: { unoptimized: true }, // we have none to scale: the scaler stays shut
  typedRoutes: true,
  experimental: { strictRouteTypes: true, globalNotFound: true },
};
