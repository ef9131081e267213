// A text as it is compared: in plain lower case letters. Pure. Python says the same of owners (fii_widgets/report/meetings/owners.py).

/** What folding changes; a text is mostly plain already. */
const NOT_PLAIN = /[A-Z]|[^\x00-\x7f]/g;

/**
 * Fold a text to plain lower case letters, one character for one, so that places in it stay valid.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  return text.normalize('NFC').replace(NOT_PLAIN, (letter) => {
    const plain = letter.toLowerCase().normalize('NFD')[0] ?? letter;
    return plain.length === letter.length ? plain : letter;
  });
}
