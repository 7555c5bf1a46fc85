// Prints what is on these topics now, a line of JSON for each record, and how many there were.
import { randomUUID } from "node:crypto";
import kafkajs from "kafkajs";
import lz4 from "lz4js";
import { Decoder } from "./decoder.mjs";

const [brokers, registry, ...topics] = process.argv.slice(2);
if (topics.length === 0) {
  console.error("usage: node consume.mjs BROKER,BROKER... REGISTRY_URL TOPIC...");
  process.exit(2);
}

kafkajs.CompressionCodecs[kafkajs.CompressionTypes.LZ4] = () => ({
  decompress: async (bytes) => Buffer.from(lz4.decompress(bytes)),
});
const kafka = new kafkajs.Kafka({ brokers: brokers.split(","), logLevel: kafkajs.logLevel.ERROR });
const decoder = new Decoder(registry);
const counts = Object.fromEntries(topics.map((topic) => [topic, { decoded: 0, without_value: 0 }]));
const unread = await ends();
if (unread.size > 0) {
  await read();
}
console.log(JSON.stringify({ counts }));

/** The end of each partition that holds anything: the offset of its next record. */
async function ends() {
  const admin = kafka.admin();
  await admin.connect();
  const found = new Map();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(low) < BigInt(high)) {
        found.set(`${topic}/${partition}`, BigInt(high));
      }
    }
  }
  await admin.disconnect();
  return found;
}

/** Reads up to the ends; fails with the first record that cannot be decoded. */
async function read() {
  const consumer = kafka.consumer({ groupId: `foreign-consumer-${randomUUID()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await new Promise((done, failed) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
    const eachBatch = ({ batch }) => take(batch, done).catch(failed);
    consumer.run({ autoCommit: false, eachBatch }).catch(failed);
  });
  await consumer.disconnect();
}

async function take(batch, done) {
  await print(batch);
  const partition = `${batch.topic}/${batch.partition}`;
  if (BigInt(batch.lastOffset()) + 1n >= (unread.get(partition) ?? 0n)) {
    unread.delete(partition);
  }
  if (unread.size === 0) {
    done();
  }
}

async function print({ topic, partition, messages }) {
  for (const { offset, key, value } of messages) {
    if (BigInt(offset) >= (unread.get(`${topic}/${partition}`) ?? 0n)) {
      continue;
    }
    if (value === null) {
      // A record that carries nothing but its time, or says that a key is gone.
      counts[topic].without_value += 1;
      continue;
    }
    const decoded = await decoder.decode(value);
    counts[topic].decoded += 1;
    console.log(JSON.stringify({ topic, partition, offset, key: key?.toString() ?? null, value: decoded }, plain));
  }
}

/** JSON has no 64-bit numbers and no bytes: strings of digits, and Base64. */
function plain(name, value) {
  if (Buffer.isBuffer(this[name])) {
    return this[name].toString("base64");
  }
  return typeof value === "bigint" ? value.toString() : value;
}
