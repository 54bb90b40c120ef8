-- AlterEnum
ALTER TYPE "mailsoort" ADD VALUE 'klaargezet';

-- AlterTable
ALTER TABLE "bestand" ADD COLUMN     "herinnerd_op" TIMESTAMPTZ(3);
