import fc, { type IAsyncProperty, type IProperty } from 'fast-check'

const times = Number(process.env.LAWS ?? 0)

/**
 * Fails where a law does not hold for one of so many examples. They are the same every time, so that a failing run speaks of what was changed;
 * with LAWS=50 in the environment they are chosen anew, fifty times as many.
 */
export function always<T>(law: IProperty<T>, examples?: number): void
export function always<T>(law: IAsyncProperty<T>, examples?: number): Promise<void>
export function always<T>(law: IProperty<T> | IAsyncProperty<T>, examples = 100): void | Promise<void> {
  return fc.assert(law as IProperty<T>, times > 0 ? { numRuns: examples * times } : { numRuns: examples, seed: 1 })
}
