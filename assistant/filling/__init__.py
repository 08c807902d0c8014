"""From masks to fields: find the masked runs, tell their kinds, units and labels, link what is one value.

Wrong links write wrong values, so only what is certain is linked; what looks alike is suggested.
"""
