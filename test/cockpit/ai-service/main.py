"""The web service of the image: FastAPI around ai_service.contract. Nothing is decided here."""

import logging
import os

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import PlainTextResponse

from ai_service import contract
from ai_service.identity import headers
from ai_service.metrics import RequestCounter

LOG = logging.getLogger("ai-service")
IDENTITY = headers(os.environ)
COUNTER = RequestCounter(IDENTITY["X-Austa-Service"])

app = FastAPI(title="AUSTA triage", version="1.3.0", openapi_url="/ai/openapi.json", docs_url=None, redoc_url=None)


@app.middleware("http")
async def identify_and_count(request: Request, call_next):
    try:
        response = await call_next(request)
    except Exception:
        # The server would answer this one itself, without our headers and uncounted.
        response = _response(contract.Answer(500, {"status": 500, "detail": "The service failed; its log says why."}))
        LOG.exception("%s %s failed", request.method, request.url.path)
    response.headers.update(IDENTITY)
    response.headers["Cache-Control"] = "no-store"
    COUNTER.count(request.url.path, response.status_code)
    return response


@app.get("/healthz")
@app.get("/livez")
@app.get("/ai/healthz")
async def healthz():
    return _response(contract.health())


@app.get("/metrics")
async def metrics():
    return PlainTextResponse(COUNTER.text(), media_type="text/plain; version=0.0.4")


@app.post("/ai/triage")
async def triage(request: Request):
    return _response(contract.triage_answer(await request.body()))


def _response(answer):
    return Response(content=answer.body, status_code=answer.status, media_type=answer.media_type)


if __name__ == "__main__":
    # The container must be reached from outside of it; on a developer's machine loopback is enough.
    uvicorn.run(
        app,
        host=os.environ.get("HOST", "127.0.0.1"),
        port=int(os.environ.get("PORT", "8080")),
        access_log=False,
        timeout_graceful_shutdown=20,
    )
