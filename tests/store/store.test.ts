import { eachStore } from '../support/store.ts'
import { importBatchTests } from './batches.ts'
import { concordanceTests } from './concordance.ts'
import { documentTests } from './documents.ts'
import { findingTests } from './findings.ts'
import { mentionTests } from './mentions.ts'
import { nonTermTests } from './non-terms.ts'
import { personAndDeskTests } from './people.ts'
import { revisionTests } from './revisions.ts'
import { segmentTests } from './segments.ts'
import { termTests } from './terms.ts'
import { transactionTests } from './transactions.ts'
import { batchTests, wordTests } from './words.ts'

// Together in one file because a PostgreSQL in the process takes seconds to start: once is enough.
eachStore('people and desks', personAndDeskTests)
eachStore('documents', documentTests)
eachStore('segments', segmentTests)
eachStore('revisions', revisionTests)
eachStore('findings and waivers', findingTests)
eachStore('terms', termTests)
eachStore('words and occurrences', wordTests)
eachStore('mentions, decisions of a document, noise', mentionTests)
eachStore('what is no term', nonTermTests)
eachStore('batches', batchTests)
eachStore('imports and waivers', importBatchTests)
eachStore('concordances', concordanceTests)
eachStore('transactions', transactionTests)
