-- AlterTable
ALTER TABLE "bestand" ADD COLUMN     "laatste_byte_op" TIMESTAMPTZ(3);
