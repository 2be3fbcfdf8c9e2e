"""Shipped data: the encoder, the gazetteer, profiles, lexicons, the sample."""
