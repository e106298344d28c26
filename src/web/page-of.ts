/** Which page of a list is shown, and how many there are. */
export interface PageView {
  page: number
  pages: number
}

/** The page that was asked for of a list of so many, or its last one where it has fewer pages. */
export function pageOf(asked: number, count: number, size: number): PageView {
  const pages = Math.max(1, Math.ceil(count / size))
  return { page: Math.min(asked, pages), pages }
}

/** What of a list stands on a page. */
export function onPage<One>(list: readonly One[], { page }: PageView, size: number): One[] {
  return list.slice((page - 1) * size, page * size)
}
