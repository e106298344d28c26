export const parts: { name: string; file: string; from: string | RegExp; to: string }[] = [
  ...['verb with its object after an adjective'].map((name) => ({
    name,
    file: 'arabic/neighbours.ts',
    from: new RegExp(`(name: '${name}',\n    applies: )`),
    to: '$1() => false, never: ',
  })),
  { name: 'gain', file: 'glossary/read.ts', from: 'nameGainsArticle: 0.65', to: 'nameGainsArticle: 0' },
  { name: 'lose', file: 'glossary/read.ts', from: 'nameLosesArticle: 0.65', to: 'nameLosesArticle: 0' },
]
