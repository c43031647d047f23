# bitexte without torch and transformers: all but `train`, `--engine transformers` and conversions of models.
#   docker build -t bitexte .
#   docker run --rm --network none -v "$PWD:/work" bitexte translate letter.docx
FROM python:3.11-slim AS build
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md LICENSE constraints.txt hatch_build.py ./
COPY translate translate
COPY docs/requirements-light.txt docs/
RUN pip install --no-cache-dir build hatchling && python -m build --wheel --no-isolation --outdir /wheels \
 && pip install --no-cache-dir --target /site --constraint constraints.txt --requirement docs/requirements-light.txt \
 && pip install --no-cache-dir --target /site --no-deps /wheels/*.whl \
 && find /site -name tests -type d -prune -exec rm -rf {} + && find /site -name __pycache__ -type d -prune -exec rm -rf {} +

FROM python:3.11-slim
RUN useradd --create-home --uid 1000 bitexte
COPY --from=build /site /usr/local/lib/python3.11/site-packages
RUN printf '#!/bin/sh\nexec python -m translate "$@"\n' > /usr/local/bin/bitexte && chmod 755 /usr/local/bin/bitexte
USER bitexte
WORKDIR /work
HEALTHCHECK --interval=1m --timeout=30s CMD ["bitexte", "doctor", "--quiet"]
ENTRYPOINT ["bitexte"]
CMD ["--help"]
