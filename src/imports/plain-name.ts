const smallWords = new Set(["and", "at", "by", "for", "in", "of", "on", "the", "to", "upon", "with"]);
/** Abbreviations without a vowel that are read as words; others of up to four letters, such as NHS or PCN, stay in capitals. */
const shortWords = new Set(["ctr", "dr", "drs", "grp", "ltd", "mr", "mrs", "ms", "mt", "st"]);

/** A name for reading: `NHS STAFFORDSHIRE AND STOKE-ON-TRENT INTEGRATED CARE BOARD` is `Staffordshire and Stoke-on-Trent`. */
export function plainIcbName(text: string): string {
  return plainName(text.trim().replace(/^NHS\s+/i, "").replace(/\s+(integrated care board|ICB|STP)$/i, ""));
}

/** Single spaces, no shouting, small words small: `THE DENSHAM SURGERY` is `The Densham Surgery`. */
export function plainName(text: string): string {
  const spaced = text.trim().replace(/\s+/g, " ");
  const isShouted = !/[a-z]/.test(spaced);
  return spaced
    .replace(/[A-Za-z'’]+/g, (word, at: number) => {
      const lower = word.toLowerCase();
      if (smallWords.has(lower)) return at === 0 ? capitalised(lower) : lower;
      return isShouted && !isAbbreviation(lower) ? capitalised(lower) : word;
    });
}

function isAbbreviation(word: string): boolean {
  return word.length <= 4 && !/[aeiouy']/.test(word) && !shortWords.has(word);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
