import { WebSocket } from 'ws'

const { API, TOKEN, VANAF } = process.env
const url = new URL(`${API.replace(/^http/, 'ws')}/gebeurtenissen`)
// In production the sequence that you stored, in the same transaction as what you did with the event.
if (VANAF) url.searchParams.set('vanaf', VANAF)

const socket = new WebSocket(url, 'cloudevents.json', { headers: { Authorization: `Bearer ${TOKEN}` } })
socket.on('ping', (sequence) => console.log(`positie ${sequence}`))
socket.on('message', (text) => {
  const { sequence, type, data } = JSON.parse(text)
  console.log(sequence, type, data)
})
// Also for a refusal, which is an answer over HTTP: such a WebSocket never opens, and closes with 1006.
socket.on('error', ({ message }) => console.error(message))
socket.on('close', (code, reason) => console.error(`Closed: ${code} ${reason}`))
