"""Words as data: word lists by language, names of the gazetteer, inflection, acronyms."""
