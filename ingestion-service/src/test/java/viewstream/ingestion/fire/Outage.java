package viewstream.ingestion.fire;

import viewstream.ingestion.running.Backend;
import viewstream.stack.Part;

/** How a broker can be away. */
enum Outage {
  STOPPED {
    @Override
    void begin(Backend backend, KafkaRelay relay) {
      backend.processes().stop(Part.KAFKA);
    }

    @Override
    void end(Backend backend, KafkaRelay relay) {
      backend.processes().startAgain(Part.KAFKA);
    }
  },
  FROZEN {
    @Override
    void begin(Backend backend, KafkaRelay relay) {
      backend.processes().freeze(Part.KAFKA);
    }

    @Override
    void end(Backend backend, KafkaRelay relay) {
      backend.processes().thaw(Part.KAFKA);
    }
  },
  CUT_OFF {
    @Override
    void begin(Backend backend, KafkaRelay relay) {
      relay.cut();
    }

    @Override
    void end(Backend backend, KafkaRelay relay) {
      relay.mend();
    }
  };

  abstract void begin(Backend backend, KafkaRelay relay);

  abstract void end(Backend backend, KafkaRelay relay);
}
