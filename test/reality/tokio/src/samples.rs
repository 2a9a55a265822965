//! What was measured, by the name of the task.

use std::fmt::Write;
use std::sync::Mutex;
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Samples {
    pub arrived: usize,
    /// Completion minus arrival.
    pub latency: Vec<Duration>,
    /// First poll minus arrival.
    pub start_delay: Vec<Duration>,
    /// How long after its due time each awaited timer was acted on.
    pub lateness: Vec<Duration>,
}

/// What a run leaves behind. Tasks write to it as they start and complete, each name under a lock of its own.
pub struct Record {
    pub zero: Instant,
    /// Nothing that happens later counts.
    pub until: Option<Instant>,
    pub tasks: Vec<Mutex<Samples>>,
    last_completion: Mutex<Option<Instant>>,
}

impl Record {
    pub fn new(zero: Instant, stop_after: Option<Duration>, tasks: usize) -> Self {
        Record {
            zero,
            until: stop_after.map(|after| zero + after),
            tasks: (0..tasks).map(|_| Mutex::new(Samples::default())).collect(),
            last_completion: Mutex::new(None),
        }
    }

    pub fn counts(&self, at: Instant) -> bool {
        self.until.map_or(true, |until| at <= until)
    }

    pub fn late(&self, task: usize, lateness: &mut Vec<Duration>) {
        if !lateness.is_empty() {
            self.tasks[task].lock().unwrap().lateness.append(lateness);
        }
    }

    pub fn completed(&self, task: usize, arrival: Instant) {
        let now = Instant::now();
        let mut samples = self.tasks[task].lock().unwrap();
        if self.counts(now) {
            samples.latency.push(now - arrival);
            drop(samples);
            let mut last = self.last_completion.lock().unwrap();
            *last = (*last).max(Some(now));
        }
    }

    fn makespan(&self) -> Duration {
        let end = self.last_completion.lock().unwrap().unwrap_or_else(Instant::now);
        end - self.zero
    }

    /// One line of JSON; times are milliseconds.
    pub fn to_json(&self, names: &[&str]) -> String {
        let mut json = format!("{{\"makespanMs\":{}", format_ms(self.makespan()));
        json.push_str(",\"tasks\":{");
        for (index, name) in names.iter().enumerate() {
            let samples = self.tasks[index].lock().unwrap();
            let comma = if index == 0 { "" } else { "," };
            write!(json, "{}{:?}:{{\"arrived\":{}", comma, name, samples.arrived).unwrap();
            write!(json, ",\"completed\":{}", samples.latency.len()).unwrap();
            for (field, list) in [
                ("latencyMs", &samples.latency),
                ("startDelayMs", &samples.start_delay),
                ("latenessMs", &samples.lateness),
            ] {
                let list: Vec<_> = list.iter().map(|sample| format_ms(*sample)).collect();
                write!(json, ",\"{}\":[{}]", field, list.join(",")).unwrap();
            }
            json.push('}');
        }
        json.push_str("}}");
        json
    }
}

fn format_ms(time: Duration) -> String {
    format!("{:.4}", time.as_secs_f64() * 1e3)
}
