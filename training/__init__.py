"""Makes the encoder that ships with Sayso: corpora → heads → ONNX and model card."""
