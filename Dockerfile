# syntax=docker/dockerfile:1
# One image for every process of the system; docker-compose.yml says which runs. Build: docker build -t giaoban .

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No scripts of packages: nothing that is built or run needs one.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run codegen && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Whose plans the gateway makes at its start.
COPY --from=build /app/operations operations
# What a process keeps, on a volume.
RUN install --directory --owner=node --group=node /data
# The image's own user without rights; the files stay root's, so that the process cannot change itself.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "dist/commands/health.js", "gateway"]
CMD ["node", "--enable-source-maps", "dist/gateway/main.js"]
