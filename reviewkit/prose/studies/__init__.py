"""Studies that a text tells of: which they are, and whether they are told as the record has them.

How it goes, each step in its module:

1. `numbers` reads what is counted, with the words that say how near (`nearness`);
2. `describing` groups the sentences that tell of one study, and `parting` parts those of two;
3. `showing` reads what a group shows of its study: `features`, of which `holders` knows who has
   them, `weighing` what they speak for, and `recognising` whether a study stands out;
4. `figures` holds each number against the `fields` of the record: the `candidates` for its role,
   what is `derived` from them or stands `in_words`; `accusing` says what may be called wrong;
5. `reports` holds what is told as found; `telling` does it all for a document.
"""
