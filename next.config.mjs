/** @type {import('next').NextConfig} */
export default {
  htmlLimitedBots: /.*/, // metadata in the head for everyone: reader pages have no script to move it there
  poweredByHeader: false,
  compress: false, // the front compresses and tags what it really sends
  generateEtags: false,
  images: { unoptimized: true }, // we have none to scale: the scaler stays shut
  typedRoutes: true,
  experimental: { strictRouteTypes: true, globalNotFound: true },
};
