/** Lets whoever waits have their turn: work that takes long goes in slices, with a breath between two of them. */
export function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}
