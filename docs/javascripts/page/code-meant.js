// Which code was meant by what people say or type. Pure; must not know where codes lead.

/**
 * Find the code that was meant: capitals never count, blanks and characters only where they part two numbers.
 * @param {string} said
 * @param {string[]} codes
 * @returns {string | undefined}
 */
export function known(said, codes) {
  const exact = said.trim().toLowerCase().replace(/[\s.,:;_-]+/g, '.');
  if (codes.includes(exact)) return exact;
  const bare = exact.replaceAll('.', '');
  const alike = codes.filter((code) => code.replaceAll('.', '') === bare);
  return alike.length === 1 ? alike[0] : undefined;
}
