/** Closes a menu when something else is pressed or entered, and at Escape. */
export function closeMenus(): void {
  for (const happening of ['click', 'focusin', 'keydown']) document.addEventListener(happening, closeOthers)
}

function closeOthers(event: Event): void {
  const leaving = event instanceof KeyboardEvent && event.key === 'Escape'
  if (event instanceof KeyboardEvent && !leaving) return
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
    const within = event.target instanceof Node && menu.contains(event.target)
    if (leaving && within) menu.querySelector('summary')?.focus()
    if (leaving || !within) menu.open = false
  }
}
