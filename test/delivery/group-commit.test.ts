import { expect, test } from 'vitest'
import { createGroupCommit } from '../../src/delivery/group-commit.ts'

test('what comes in during a commit goes into the next one together', async () => {
  const commits: (readonly string[])[] = []
  const commit = createGroupCommit(async (items: readonly string[]) => {
    commits.push(items)
    await Promise.resolve()
    return items.length
  })
  const results = await Promise.all([commit(['a']), commit(['b', 'c']), commit(['d'])])
  expect(commits).toEqual([['a'], ['b', 'c', 'd']])
  expect(results).toEqual([1, 3, 3])
})

test('one that cannot be committed fails only its own caller', async () => {
  const commit = createGroupCommit(async (items: readonly string[]) => {
    await Promise.resolve()
    if (items.includes('bad')) throw new Error('refused')
    return items
  })
  const results = await Promise.allSettled([commit(['a']), commit(['bad']), commit(['c'])])
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
