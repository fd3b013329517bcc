import { existsSync, readFileSync } from 'node:fs'

/**
 * Adds up vitest's JSON reports, named as arguments. Exits non-zero where a run left no report or ran nothing, where a test
 * failed or was skipped, and where no test ran on PostgreSQL.
 */

const complaints = []
const count = { passed: 0, failed: 0, skipped: 0, sqlite: 0, postgresql: 0 }

for (const file of process.argv.slice(2)) {
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : []
  const before = count.passed + count.failed
  for (const suite of results) countSuite(suite)
  if (count.passed + count.failed === before) complaints.push(`no test ran: ${file}`)
}

function countSuite({ assertionResults, status }) {
  for (const { status, fullName } of assertionResults) {
    if (status === 'passed') count.passed += 1
    else if (status === 'failed') count.failed += 1
    else count.skipped += 1
    if (status === 'passed' && /\bsqlite\b/i.test(fullName)) count.sqlite += 1
    if (status === 'passed' && /\bpostgres(ql)?\b/i.test(fullName)) count.postgresql += 1
  }
  // A file that could not even be loaded holds no tests, and is a failure all the same.
  if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) count.failed += 1
}

if (count.skipped > 0) complaints.push(`${count.skipped} tests were skipped`)
if (count.postgresql === 0) complaints.push('no test ran on PostgreSQL')

console.log(`Of them on SQLite by name: ${count.sqlite}, on PostgreSQL: ${count.postgresql}`)
for (const complaint of complaints) console.error(complaint)
console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = complaints.length > 0 || count.failed > 0 ? 1 : 0
