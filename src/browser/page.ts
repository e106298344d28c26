import { workOn } from './workbench.ts'

/** Makes the pages better where the browser runs script; each of them works without it. */
const workbench = document.querySelector<HTMLElement>('[data-workbench]')
if (workbench) workOn(workbench)

document.querySelector<HTMLElement>('.problem[role="alert"]')?.focus()
