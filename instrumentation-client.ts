import { config } from 'zod/v4/core'

// Next.js runs this in the browser before any other module. zod would otherwise try whether it may compile code from
// text, which our Content-Security-Policy refuses and the browser reports.
config({ jitless: true })
