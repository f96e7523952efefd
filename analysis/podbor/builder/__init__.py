"""Build a taxonomy from a folder of documents: proposal by machine, decisions by a curator.

Steps, one module each: ``scrape`` cuts a file to documents and drops page furniture; ``phrases``
finds what statements name; ``senses`` gives a phrase its normal form; ``grouping`` puts phrases
of one meaning together; ``naming`` labels the groups; ``curation`` applies the decisions under
``corpus/taxonomy/curation/``; ``roles`` counts concepts per role; ``build`` runs them in order
and ``files`` writes the result.
"""
