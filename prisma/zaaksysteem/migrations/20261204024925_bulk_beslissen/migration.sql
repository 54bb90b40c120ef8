-- AlterEnum
ALTER TYPE "bulkhandeling" ADD VALUE 'beslissen';
