# gongwen as a command in a container; docker-compose.yml's loader is built from it.
#   docker build -t gongwen .
#   docker run --rm -v "$PWD/reports:/reports:ro" -v "$PWD/out:/out" gongwen build /reports --out /out
ARG NODE_IMAGE=node:20-bookworm-slim

FROM ${NODE_IMAGE} AS build
# A mirror of the npm registry, where one is used.
ARG REGISTRY
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY scripts scripts
COPY src src
COPY data data
COPY cypher cypher
RUN npm ci ${REGISTRY:+--registry "$REGISTRY"} && npm prune --omit=dev && rm -rf src scripts data/gold tsconfig.json

FROM ${NODE_IMAGE}
WORKDIR /app
COPY --from=build /app .
# Not root: what it writes belongs to an ordinary user.
USER 1000:1000
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["--help"]
