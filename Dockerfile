# The bot as a small image: `docker build -t tco-bot .`, on linux/amd64 and linux/arm64 alike (all wheels of the lock file are there for both).
# It needs no write but to /data: run it with --read-only and a tmpfs on /tmp, as deploy/compose.yaml does.
ARG PYTHON_IMAGE=docker.io/library/python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /src
# Libraries first: they change less often than the bot, and the layer is kept.
COPY requirements.txt ./
RUN python3 -m venv /opt/tco-bot \
 && /opt/tco-bot/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY storage storage
COPY bot bot
RUN /opt/tco-bot/bin/python -m pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation --no-index . \
 && /opt/tco-bot/bin/python -m pip uninstall --yes --quiet pip hatchling editables

FROM ${PYTHON_IMAGE} AS docs
WORKDIR /src
COPY docs/requirements.txt docs/requirements.txt
RUN python3 -m venv /opt/sphinx \
 && /opt/sphinx/bin/python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r docs/requirements.txt
COPY CONTRIBUTING.md README.md ./
COPY deploy deploy
COPY docs docs
RUN /opt/sphinx/bin/python -m sphinx -q -b html docs /opt/docs

FROM ${PYTHON_IMAGE}
COPY --from=build /opt/tco-bot /opt/tco-bot
COPY --from=docs /opt/docs /opt/tco-bot/docs
# A number and no name, so that an orchestrator sees that it is not root.
RUN install -d -m 0700 -o 10001 -g 10001 /data
ENV PATH=/opt/tco-bot/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    TCO_DATA_DIR=/data \
    TCO_DOCS_DIR=/opt/tco-bot/docs \
    TCO_LOG_FORMAT=json \
    TCO_MONITOR_PORT=9464
USER 10001:10001
WORKDIR /data
VOLUME /data
# 8080 is where the web is where TCO_WEB_PORT=8080 and TCO_WEB_HOST=0.0.0.0 say so; 9464 is for /healthz and /metrics.
EXPOSE 8080 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=15s --start-period=120s --retries=3 CMD ["tco-bot", "health"]
ENTRYPOINT ["tco-bot"]
CMD ["run"]
