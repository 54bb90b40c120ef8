//! Reads what the zaaksysteem delivered with crates of others. Prints a line of JSON for each bezorging that one of them is for.

use base64::{prelude::BASE64_STANDARD, Engine};
use cloudevents::{binding::http::to_event, AttributesReader, Data, Event};
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{json, Value};
use std::{error::Error, io::stdin};
use standardwebhooks::Webhook;

fn read_events(mode: &str, headers: &HeaderMap, body: Vec<u8>) -> Result<Vec<Event>, Box<dyn Error>> {
    if mode == "batch" {
        return Ok(serde_json::from_slice(&body)?);
    }
    Ok(vec![to_event(headers, body)?])
}

fn told(event: &Event) -> Result<Value, Box<dyn Error>> {
    let data: Value = match event.data() {
        Some(Data::Json(value)) => value.clone(),
        Some(Data::Binary(bytes)) => serde_json::from_slice(bytes)?,
        Some(Data::String(text)) => serde_json::from_str(text)?,
        None => Value::Null,
    };
    let extension = |name: &str| event.extension(name).map(|value| value.to_string());
    Ok(json!({
        "id": event.id(), "source": event.source().to_string(), "type": event.ty(), "subject": event.subject(),
        "dataschema": event.dataschema().map(|url| url.to_string()), "dataref": extension("dataref"),
        "sequence": extension("sequence"), "zaakId": data["zaakId"],
    }))
}

fn tell(number: usize, library: &str, answer: Result<Value, Box<dyn Error>>) {
    let mut line = match answer {
        Ok(Value::Null) => json!({ "ok": true }),
        Ok(events) => json!({ "events": events }),
        Err(error) => json!({ "ok": false, "why": error.to_string() }),
    };
    line["case"] = json!(number);
    line["library"] = json!(library);
    println!("{line}");
}

fn main() -> Result<(), Box<dyn Error>> {
    let given: Value = serde_json::from_reader(stdin())?;
    for (number, case) in given["cases"].as_array().ok_or("no cases")?.iter().enumerate() {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let body = BASE64_STANDARD.decode(text("body"))?;
        let mut headers = HeaderMap::new();
        for (name, value) in case["headers"].as_object().ok_or("no headers")? {
            headers.insert(name.parse::<HeaderName>()?, HeaderValue::from_str(value.as_str().unwrap_or_default())?);
        }
        let events = read_events(text("contentmodus"), &headers, body.clone())
            .and_then(|events| events.iter().map(told).collect::<Result<Vec<_>, _>>());
        tell(number, "cloudevents", events.map(Value::from));
        if text("credentialtype") == "STANDARDWEBHOOKS" {
            let verified = Webhook::new(text("geheim")).and_then(|webhook| webhook.verify(&body, &headers));
            tell(number, "standardwebhooks", verified.map(|_| Value::Null).map_err(Into::into));
        }
    }
    Ok(())
}
