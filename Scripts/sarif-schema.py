"""Prints the JSON Schema of SARIF 2.1.0, as the package pydantic-sarif derives it from OASIS's own."""

import json

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

print(json.dumps(Log.model_json_schema(by_alias=True)))
