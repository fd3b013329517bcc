# The desk as an image. compose.yaml builds and runs it together with PostgreSQL: docker compose up -d --build

FROM node:24-slim AS build
# better-sqlite3 is compiled where no ready-made one can be fetched.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma ./prisma
RUN npm ci
COPY tsconfig.json ./
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production DATA_DIR=/data PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/src/config/catalogs ./src/config/catalogs
COPY --from=build /app/src/config/calendars ./src/config/calendars
COPY --from=build /app/src/texts/locales ./src/texts/locales
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
# Lives the process? Whether it can do its work is what /readyz tells.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Stopped with SIGTERM, the desk finishes what is in hand within ten seconds.
CMD ["node", "dist/main.js"]
