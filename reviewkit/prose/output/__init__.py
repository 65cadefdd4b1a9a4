"""What is found in documents, told in the formats of people and of other programs; one a module.

Each takes the mappings that `reviewkit.prose.check.check` yields and returns text or JSON-ready
values. Nothing here prints, reads a file or decides what is a problem.
"""
