import { createServer } from 'node:http'
import pg from 'pg'

// The receiving half of the floor: commits one row for each POST, and nothing else.

const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 10 })
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  await pool.query('insert into ontvangst (body) values ($1)', [Buffer.concat(chunks).toString()])
  response.writeHead(204).end()
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as { port: number }).port))
process.on('disconnect', () => process.exit(0))
