//! Random numbers and the durations that a scenario draws.

use std::time::Duration;

/// splitmix64 (Steele, Lea, Flood 2014): small, and good enough to draw durations.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A generator of its own, for work that goes on elsewhere.
    pub fn split(&mut self) -> Self {
        Random(self.bits())
    }

    /// Uniform in [0, 1).
    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn exponential(&mut self, mean: f64) -> f64 {
        -mean * (1.0 - self.unit()).ln()
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (2.0 * std::f64::consts::PI * self.unit()).cos()
    }
}

/// A duration in milliseconds, or what it is drawn from.
#[derive(Debug, Clone)]
pub enum Length {
    Constant(f64),
    Uniform { min: f64, max: f64 },
    Exponential { mean: f64 },
    LogNormal { median: f64, sigma: f64 },
    Empirical(Vec<f64>),
}

impl Length {
    pub fn draw(&self, random: &mut Random) -> Duration {
        milliseconds(match self {
            Length::Constant(value) => *value,
            Length::Uniform { min, max } => min + (max - min) * random.unit(),
            Length::Exponential { mean } => random.exponential(*mean),
            Length::LogNormal { median, sigma } => median * (sigma * random.normal()).exp(),
            Length::Empirical(samples) => {
                samples[(random.unit() * samples.len() as f64) as usize]
            }
        })
    }
}

pub fn milliseconds(value: f64) -> Duration {
    Duration::from_nanos((value.max(0.0) * 1e6).round() as u64)
}
