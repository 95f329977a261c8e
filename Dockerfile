# Node on Debian, the packages of the lock file, and the program: no compiler, no script of a package, not root.
# docker build -t paperboy . && docker run --env-file .env -v paperboy-data:/data -v ./papers:/papers:ro paperboy
FROM node:22-bookworm-slim
ENV NODE_ENV=production CORPUS_DIR=/papers DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY . .
# The bundle of the sources is made once, here; the data folder belongs to the user who runs the bot.
RUN node src/cli/paperboy.js --help && mkdir -p /data /papers && chown -R node:node /data /app
USER node
VOLUME /data
# A bot that stands by does not listen yet, and so is not healthy: let no supervisor restart it for that.
ENV OPS_PORT=9100
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9100/health/live').then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/paperboy.js", "serve"]
