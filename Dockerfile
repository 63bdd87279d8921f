# Any image with Node 24, npm and a user `node`. Named in full: not every builder asks the same registry.
ARG BASE=docker.io/library/node:24-trixie-slim

FROM ${BASE} AS build
WORKDIR /srv/baoda
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && rm -rf .next/cache var
# The other Node, the bundlers' binaries and what only a build or a test reads stay here. Not `npm prune`: it writes the lock
# file anew, and the start would take the build for a stale one.
RUN npm ci --omit=dev --omit=optional

FROM ${BASE}
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0
WORKDIR /srv/baoda
# With the sources: the start compares them with the build, and pages read styles and tables from them.
COPY --from=build /srv/baoda ./
# The tree is root's and nobody writes in it; what the process keeps is in var.
RUN mkdir var && chown node:node var
USER node
VOLUME /srv/baoda/var
EXPOSE 3000
# Whether it may be sent requests. Nothing is to be restarted by this: /healthz says whether the process lives.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and hears SIGTERM: no script of the base, and no npm, before it.
ENTRYPOINT []
CMD ["node", "server.mjs"]
