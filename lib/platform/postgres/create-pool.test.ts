import { expect, inject, test } from 'vitest'
import { createLogger } from '../logger.ts'
import { createPool } from './create-pool.ts'

test('losing a connection between two of its queries does not end the process', async () => {
  const pool = createPool(inject('postgresUrl'), createLogger('test'))
  const client = await pool.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const lost = new Promise((resolve) => client.once('end', resolve))
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await lost
  await expect(client.query('select 1')).rejects.toThrow()
  client.release(true)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await pool.end()
})

test('every connection turns off JIT and generic plans, whatever the server default is', async () => {
  const pool = createPool(inject('postgresUrl'), createLogger('test'))
  expect((await pool.query('show jit')).rows).toEqual([{ jit: 'off' }])
  expect((await pool.query('show plan_cache_mode')).rows).toEqual([{ plan_cache_mode: 'force_custom_plan' }])
  await pool.end()
})
