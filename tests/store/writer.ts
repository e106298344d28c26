import { openStore } from '../../src/store/open.ts'

// A process of its own for a test: raises the glossary version of the first desk so many times, reading before it writes.
const [file, times] = process.argv.slice(2)
const store = await openStore(file!)
for (let time = 0; time < Number(times); time++) {
  await store.transaction(async (store) => {
    const desk = await store.desks.first()
    await store.desks.raiseGlossaryVersion(desk!.id)
  })
}
await store.close()
