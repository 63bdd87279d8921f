/** @type {import('next').NextConfig} */
export default {
  htmlLimitedBots: /.*/, // metadata in the head for everyone: reader pages have no script to move it there
  poweredByHeader: false,
  compress: false, // the front compresses and tags what it really sends
  generateEtags: false,
  images: { unoptimized: true }, // we have none to scale: the scaler stays shut
  serverExternalPackages: ['chinese-days'], // its ESM file says it is CommonJS, which the bundler refuses
  typedRoutes: true,
  experimental: { strictRouteTypes: true, globalNotFound: true },
};
