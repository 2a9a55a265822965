//! What a step asks of the operating system, on every runtime: a processor for some time, or an event at some time.

mod costs;
mod processors;
mod timer;

pub use costs::{measure_costs, Costs};
pub use processors::{compute, raise_file_limit, use_processors};
pub use timer::Timer;
