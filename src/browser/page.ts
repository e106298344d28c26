import { keptElsewhere } from './kept.ts'
import { keepTypedForms } from './typed-forms.ts'
import { workOn } from './workbench.ts'

/** Makes the pages better where the browser runs script; each of them works without it. */
const workbench = document.querySelector<HTMLElement>('[data-workbench]')
if (workbench) workOn(workbench)

keepTypedForms()

void showKeptElsewhere(document.querySelector<HTMLElement>('[data-kept-elsewhere]'))

document.querySelector<HTMLElement>('.problem[role="alert"]')?.focus()

/** Texts that the server never got, of segments that are not on this page: each with the way there. */
async function showKeptElsewhere(notice: HTMLElement | null): Promise<void> {
  const here = [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => row.dataset.row ?? '')
  const segments = await keptElsewhere(here)
  if (!notice || segments.length === 0) return
  for (const segment of segments) {
    const link = document.createElement('a')
    link.href = `/segments/${segment}`
    link.className = 'button'
    link.textContent = notice.dataset.open ?? ''
    notice.append(link)
  }
  notice.hidden = false
}
