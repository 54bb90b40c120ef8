import fc from 'fast-check'

// Every run tries the same values, unless FAST_CHECK_SEED gives another seed. A property that fails prints
// its seed.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_125) })
