// The days on which many in the Netherlands are free, and the nearest day that is none of these. Pure; must not move a meeting.
//
// fii_widgets/dossier/days_off.py knows the same days, for calendars.

const DAY = 86_400_000;
/** Month and day → word. @type {Record<string, string>} */
const FIXED = { '01-01': 'off.new-year', '05-05': 'off.liberation', '12-25': 'off.christmas', '12-26': 'off.boxing' };
/** Days after Easter Sunday → word. @type {Record<number, string>} */
const AFTER_EASTER = { 1: 'off.easter', 39: 'off.ascension', 50: 'off.pentecost' };
/** Day of the week → word. @type {Record<number, string>} */
const WEEKEND = { 0: 'off.sunday', 6: 'off.saturday' };

/**
 * @param {string} day as in 2027-04-27
 * @returns {string} key of the word for the holiday that it is, else for the day of the weekend; empty for another day
 */
export function dayOff(day) {
  const moment = Date.parse(day);
  if (Number.isNaN(moment)) return '';
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  const king = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? '04-26' : '04-27';
  const monthDay = day.slice(-5);
  if (monthDay === king) return 'off.king';
  return FIXED[monthDay] ?? AFTER_EASTER[(moment - easter(year)) / DAY] ?? WEEKEND[date.getUTCDay()] ?? '';
}

/**
 * Give the nearest day on which people work; of two that are as near, the later.
 * @param {string} day as in 2027-04-27
 * @param {string} after it comes after this day
 * @param {string} today it is not past
 * @returns {string}
 */
export function nearestFree(day, after, today) {
  for (let far = 1; ; far += 1) {
    for (const step of [far, -far]) {
      const other = new Date(Date.parse(day) + step * DAY).toISOString().slice(0, 10);
      if (other > after && other >= today && !dayOff(other)) return other;
    }
  }
}

/**
 * Give Easter Sunday, by the rule that is known as that of Meeus, Jones and Butcher.
 * @param {number} year
 * @returns {number} its moment
 */
function easter(year) {
  const whole = Math.floor;
  const [century, rest] = [whole(year / 100), year % 100];
  const moon = (19 * (year % 19) + century - whole(century / 4) - whole((century - whole((century + 8) / 25) + 1) / 3) + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * whole(rest / 4) - moon - (rest % 4)) % 7;
  const late = whole((year % 19 + 11 * moon + 22 * week) / 451);
  return Date.UTC(year, 2, 22) + (moon + week - 7 * late) * DAY;
}
