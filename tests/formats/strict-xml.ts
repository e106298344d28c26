/** An element of a file that was read strictly; texts and elements in order. */
export interface Node {
  name: string
  attributes: Record<string, string>
  children: (Node | string)[]
}

/** Reads XML as strictly as its standard wants, so that a test fails on whatever Word would call damaged. Throws at the first fault. */
export function parsed(xml: string): Node {
  if (/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml)) throw new Error('a character that XML forbids')
  const body = xml.replace(/^<\?xml [^?]*\?>\s*/, '').replace(/^<!doctype html>\s*/, '')
  const top: Node = { name: '', attributes: {}, children: [] }
  const open = [top]
  let end = 0
  for (const token of body.matchAll(/<[^<>]*>|[^<>]+/g)) {
    if (token.index !== end) throw new Error(`a loose < or > at ${end}: ${body.slice(end, end + 40)}`)
    end = token.index + token[0].length
    take(token[0], open)
  }
  if (end !== body.length) throw new Error(`a loose < or > at ${end}`)
  const roots = top.children.filter((child) => typeof child !== 'string')
  if (open.length !== 1 || roots.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed, or there are ${roots.length} roots`)
  return roots[0]!
}

function take(token: string, open: Node[]): void {
  const around = open.at(-1)!
  if (!token.startsWith('<')) {
    if (open.length > 1 || token.trim() !== '') around.children.push(textOf(token))
    return
  }
  const end = /^<\/([\w:-]+)>$/.exec(token)
  if (end) {
    if (around.name !== end[1]) throw new Error(`${token} closes ${around.name}`)
    open.pop()
    return
  }
  const start = /^<([\w:-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>$/.exec(token)
  if (!start) throw new Error(`not a tag: ${token}`)
  const node: Node = { name: start[1]!, attributes: attributesOf(start[2]!), children: [] }
  around.children.push(node)
  if (!start[3]) open.push(node)
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, value] of text.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
    if (name! in attributes) throw new Error(`${name} stands twice`)
    attributes[name!] = textOf(value!)
  }
  return attributes
}

function textOf(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const meant = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'apos;': "'" }[name]
    if (meant === undefined) throw new Error(`not an entity: ${whole}`)
    return meant
  })
}

/** Every element of this name, in order. */
export function all(node: Node, name: string): Node[] {
  const inside = node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, name)))
  return node.name === name ? [node, ...inside] : inside
}

/** What can be read in an element, Word's breaks and tabs as what they stand for. */
export function readable(node: Node): string {
  if (node.name === 'w:br') return '\n'
  if (node.name === 'w:tab') return '\t'
  return node.children.map((child) => (typeof child === 'string' ? child : readable(child))).join('')
}
