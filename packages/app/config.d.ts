export interface Config {
  stevedore?: {
    /** The demo on one machine; never set in a portal that others can reach. */
    demo?: {
      /**
       * Lets anyone be anyone: the demo's sign-in starts only with `true`, and only
       * when the backend listens on loopback.
       */
      enabled?: boolean;
      /**
       * Whom one can be.
       * @visibility frontend
       */
      people?: Array<{
        /**
         * Name of the User entity in the default namespace.
         * @visibility frontend
         */
        name: string;
        /** @visibility frontend */
        title: string;
        /** @visibility frontend */
        role: string;
      }>;
    };
  };
}
