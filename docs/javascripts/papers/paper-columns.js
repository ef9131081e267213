// The columns of a paper in the page: each cell says its own, for where there is no room beside each other. Text only.

/**
 * Let every cell behind the first say which column it stands in.
 * @param {Element} holder of a paper
 */
export function nameColumns(holder) {
  for (const table of holder.querySelectorAll('table')) {
    const columns = [...table.querySelectorAll('thead th')].map((head) => head.textContent?.trim() ?? '');
    for (const row of table.querySelectorAll('tbody tr')) {
      [...row.children].forEach((cell, at) => {
        if (at > 0 && cell.textContent) cell.setAttribute('data-fii-column', columns[at] ?? '');
      });
    }
  }
}
