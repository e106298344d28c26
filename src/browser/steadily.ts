/** Changes something on the page; the row in hand stays where one sees it, whatever comes or goes above it. */
export function steadily(change: () => void): void {
  const inHand = document.querySelector('.row.in-hand')
  const top = () => (inHand?.getBoundingClientRect().top ?? 0) + scrollY
  const before = top()
  change()
  scrollBy(0, top() - before)
}
