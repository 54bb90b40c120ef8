import { parentPort, workerData } from 'node:worker_threads'
import { readDeliveryReport } from './read-delivery-report.ts'

parentPort?.postMessage(await readDeliveryReport(workerData))
