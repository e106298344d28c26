let release = Promise.resolve()

document.addEventListener(
  'pointerdown',
  () => {
    release = new Promise((resolve) => {
      for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => resolve(), { once: true })
    })
  },
  { capture: true },
)

/** Comes when nothing is being pressed, so that what moves then moves from under nobody's hand. */
export async function released(): Promise<void> {
  await release
  // The click comes right after: with a finger so does the focus.
  await new Promise((resolve) => setTimeout(resolve))
}
