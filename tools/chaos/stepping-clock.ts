// Preloaded into a process with NODE_OPTIONS=--import. SIGUSR2 steps its clock by
// CHAOS_CLOCK_STEP_MS, and the next SIGUSR2 steps it back. CHAOS_CLOCK_MS is its initial offset.

const stepMs = Number(process.env.CHAOS_CLOCK_STEP_MS)
const RealDate = Date
const fromStartMs = Number(process.env.CHAOS_CLOCK_MS ?? 0)
let offsetMs = fromStartMs
process.on('SIGUSR2', () => {
  offsetMs = offsetMs === fromStartMs ? stepMs : fromStartMs
})

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [RealDate.now() + offsetMs], newTarget),
  get: (target, key, receiver) =>
    key === 'now' ? () => RealDate.now() + offsetMs : Reflect.get(target, key, receiver),
})
