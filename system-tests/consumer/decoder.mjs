import avro from "avsc";

/** Decodes records that begin with a zero and the id of their schema, as Confluent"s serializers write them. */
export class Decoder {
  #registry;
  #types = new Map();

  constructor(registry) {
    this.#registry = registry;
  }

  async decode(bytes) {
    if (bytes.length < 5 || bytes[0] !== 0) {
      throw new Error(`no schema id in front of ${bytes.length} bytes`);
    }
    const type = await this.#type(bytes.readUInt32BE(1));
    return type.fromBuffer(bytes.subarray(5));
  }

  async #type(id) {
    if (!this.#types.has(id)) {
      this.#types.set(id, await this.#fetch(id));
    }
    return this.#types.get(id);
  }

  async #fetch(id) {
    const reply = await fetch(`${this.#registry}/schemas/ids/${id}`);
    if (!reply.ok) {
      throw new Error(`the registry answers ${reply.status} for schema ${id}`);
    }
    const { schema } = await reply.json();
    return avro.Type.forSchema(JSON.parse(schema), {
      logicalTypes: { decimal: Decimal, "timestamp-millis": Instant },
      registry: { long: WholeLong },
    });
  }
}

/** All 64 bits; a number of JavaScript holds 53. */
const WholeLong = avro.types.LongType.__with({
  fromBuffer: (bytes) => bytes.readBigInt64LE(),
  toBuffer: (value) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(value);
    return bytes;
  },
  fromJSON: BigInt,
  toJSON: Number,
  isValid: (value) => typeof value === "bigint",
  compare: (one, other) => (one < other ? -1 : Number(one > other)),
});

/** Exact, as its digits. */
class Decimal extends avro.types.LogicalType {
  #scale;

  constructor(schema, options) {
    super(schema, options);
    this.#scale = schema.scale ?? 0;
  }

  _fromValue(bytes) {
    const unscaled = BigInt.asIntN(8 * bytes.length, BigInt(`0x0${bytes.toString("hex")}`));
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(this.#scale + 1, "0");
    const point = digits.length - this.#scale;
    const fraction = this.#scale > 0 ? `.${digits.slice(point)}` : "";
    return `${unscaled < 0n ? "-" : ""}${digits.slice(0, point)}${fraction}`;
  }
}

class Instant extends avro.types.LogicalType {
  _fromValue(millis) {
    return new Date(Number(millis));
  }
}
